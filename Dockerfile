# One image, two commands: web (the default) and worker.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:22-bookworm-slim
ENV NODE_ENV=production CHECKPOINT_DISABLE=1
WORKDIR /app
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/build build
COPY --from=build --chown=node:node /app/prisma prisma
COPY --from=build --chown=node:node /app/package.json package.json
USER node
EXPOSE 3000
# The worker is the same image with: node build/server/worker.js
CMD ["node", "build/server/web.js"]
