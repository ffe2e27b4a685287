"use client";

/** The demo's accounts; choosing one fills the sign-in form. */
export function DemoAccounts({
  accounts,
  password,
  title,
  fill,
}: {
  accounts: { email: string; role: string }[];
  password: string;
  title: string;
  fill: string;
}) {
  const choose = (email: string) => {
    const form = document.querySelector<HTMLFormElement>("main form")?.elements;
    for (const [name, value] of [
      ["email", email],
      ["password", password],
    ] as const) {
      const field = form?.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    document.querySelector<HTMLButtonElement>("main form button")?.focus();
  };
  return (
    <section className="demo-accounts" aria-labelledby="demo-title">
      <h2 id="demo-title">{title}</h2>
      <p className="hint">{fill}</p>
      <ul>
        {accounts.map(({ email, role }) => (
          <li key={email}>
            <button type="button" onClick={() => choose(email)}>
              <b>{email}</b>
              <span>{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
