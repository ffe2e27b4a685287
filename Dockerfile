# Ledestjerne behind DATABASE_URL, or with the embedded PostgreSQL in the volume /data. Variables: .env.example.
#
#   docker build -t ledestjerne .
#   docker run --init -p 3000:3000 -v ledestjerne:/data -e APP_ORIGIN=https://esg.example.dk ledestjerne
#
# --init reaps what PDF's browser leaves. APP_ORIGIN is the address people type: forms from anywhere else are refused.
FROM node:20-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown node:node /data
WORKDIR /app
RUN chown node:node /app
USER node
# The schema comes first: installing generates the database client from it.
COPY --chown=node:node package.json package-lock.json .npmrc prisma.config.ts tsconfig.json ./
COPY --chown=node:node prisma/schema.prisma prisma/schema.prisma
COPY --chown=node:node prisma/models prisma/models
COPY --chown=node:node lib/database/generate.ts lib/database/generate.ts
RUN npm ci --omit=dev && npm cache clean --force
COPY --chown=node:node . .
# Built here, so that the container's first start is as quick as its second.
RUN node --import tsx lib/operation/build-only.ts
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data CHROMIUM_PATH=/usr/bin/chromium
# Containers refuse the namespaces that Chromium's sandbox is made of; it opens our own pages only.
ENV CHROMIUM_SANDBOX=off
EXPOSE 3000
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=60s --interval=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "lib/operation/start.cjs"]
