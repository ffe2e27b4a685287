import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignIn } from "@/components/session/sign-in";
import { PlainFrame } from "@/components/shell/plain";
import { currentSession } from "@/lib/session/current";
import { ownPath } from "@/lib/session/model";
import { hasUsers } from "@/lib/session/queries";
import { demoPassword, demoPeople } from "@/prisma/demo/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.signIn"))("title") };
}

/** Signing in. Whoever is signed in already goes straight on; the demo shows its accounts. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = ownPath((await searchParams).next);
  if (await currentSession()) redirect(next);
  if (!(await hasUsers())) redirect("/setup");
  const isDemo = process.env.LEDESTJERNE_DEMO === "1";
  const accounts = demoPeople.map(({ email, roles }) => ({
    email,
    role: roles[0]!.role,
    organisations: roles.map(({ slug }) => slug),
  }));
  return (
    <PlainFrame>
      <SignIn next={next} demo={isDemo ? { accounts, password: demoPassword } : null} />
    </PlainFrame>
  );
}
