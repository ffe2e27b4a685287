import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { removeLogoOf, setLogoOf } from "@/lib/setup/organisation/actions";
import { LARGEST_LOGO } from "@/lib/setup/organisation/logo/model";

/** The logo on the report's cover, and the forms that set and remove it. */
export function Logo({ slug, name, logo }: { slug: string; name: string; logo: string | null }) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="logo-title">
      <h2 id="logo-title">{t("organisation.logoTitle")}</h2>
      <p className="prose">{logo ? t("organisation.logoText") : t("organisation.noLogo")}</p>
      {logo ? <img className="logo" src={logo} alt={t("organisation.logoAlt", { name })} /> : null}
      <ActionForm
        action={setLogoOf}
        hidden={{ org: slug }}
        fields={[
          {
            kind: "file",
            name: "logo",
            label: t("organisation.logo"),
            hint: t("organisation.logoHint"),
            accept: "image/png,image/jpeg,image/webp",
            most: LARGEST_LOGO,
            tooBig: t("organisation.logoTooBig"),
          },
        ]}
        submit={{ label: t("organisation.setLogo"), className: "btn" }}
        summary={t("summary")}
        done={t("saved")}
      />
      {logo ? (
        <ActionForm
          action={removeLogoOf}
          hidden={{ org: slug, logo: "none" }}
          fields={[]}
          submit={{ label: t("organisation.removeLogo"), className: "btn" }}
          summary={t("summary")}
        />
      ) : null}
    </section>
  );
}
