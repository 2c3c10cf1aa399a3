# Builds with everything, runs with what serving needs, as a user without rights. `npm run pin-images` writes digests behind the tags.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

# The embedded Postgres comes as optional packages, 60 MB that an image has no use for: its database is that of DATABASE_URL.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 EARSHOT_HOME=/var/lib/earshot
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/schema ./schema
COPY --from=build /app/lexicon ./lexicon
COPY --from=build /app/package.json ./package.json
# Whatever is ever written goes here, not into the container.
RUN install --directory --owner=node --group=node --mode=700 /var/lib/earshot
VOLUME /var/lib/earshot
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js", "serve"]
