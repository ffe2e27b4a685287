import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const config = [
  {
    ignores: [
      "**/.next*/",
      "node_modules/",
      "lib/database/generated/",
      "test-results/",
      "playwright-report/",
      "next-env.d.ts",
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": "error",
    },
  },
  // Outside of components, `use` is what a fixture or a borrower does.
  { files: ["lib/**", "tests/**", "prisma/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  // After a failure the page is loaded anew, not navigated within; and what every page carries for what does not exist
  // carries no link's script.
  {
    files: ["components/shell/failure.tsx", "components/shell/plain.tsx", "app/not-found.tsx"],
    rules: { "@next/next/no-html-link-for-pages": "off" },
  },
  // Pictures are made small when they come in; nothing optimises them when they are asked for.
  { rules: { "@next/next/no-img-element": "off" } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["**/*.config.mjs"], rules: { "import/no-anonymous-default-export": "off" } },
];

export default config;
