import { userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { STAGING_HOST } from "./storage";

interface StoreFile {
  __typename: "GenericFile" | "MediaImage";
  id: string;
  alt: string | null;
  createdAt: string;
  updatedAt: string;
  fileStatus: string;
  mimeType: string;
  publicUrl: string;
}

interface StagedArgs {
  input: { resource: string; filename: string; mimeType: string; httpMethod?: string | null }[];
}

/** Where to send bytes: a form for POST, the address itself for PUT. */
export function stagedUploadsCreate(_: unknown, { input }: StagedArgs, { shop }: Context) {
  const stagedTargets = input.map(({ resource, filename, mimeType, httpMethod }) => {
    const { key } = shop.storage.stage(resource, filename, mimeType);
    const resourceUrl = `${STAGING_HOST}/${key}`;
    const isForm = httpMethod === "POST";
    const parameters = isForm
      ? { "Content-Type": mimeType, success_action_status: "201", acl: "private", key }
      : { content_type: mimeType, acl: "private" };
    return {
      url: resourceUrl,
      resourceUrl,
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    };
  });
  return { stagedTargets, userErrors: [] };
}

interface CreateArgs {
  files: {
    originalSource: string;
    contentType?: string | null;
    alt?: string | null;
    filename?: string | null;
  }[];
}

export function fileCreate(_: unknown, { files }: CreateArgs, { shop }: Context) {
  const created = files.map(({ originalSource, contentType, alt }) => {
    const isImage = contentType === "IMAGE";
    const type = isImage ? "MediaImage" : "GenericFile";
    const now = shop.now();
    const file: StoreFile = shop.record({
      __typename: type,
      id: shop.newId(type),
      alt: alt ?? null,
      createdAt: now,
      updatedAt: now,
      fileStatus: "UPLOADED",
      mimeType: shop.storage.read(originalSource)?.contentType ?? "application/octet-stream",
      publicUrl: shop.storage.publish(originalSource, "s/files/1/0001/1101/files"),
    });
    shop.soon(() => {
      file.fileStatus = "READY";
    });
    return file;
  });
  return { files: created, userErrors: [] };
}

export function fileDelete(_: unknown, { fileIds }: { fileIds: string[] }, { shop }: Context) {
  const missing = fileIds.filter(
    (id) => !["GenericFile", "MediaImage"].includes(shop.node(id)?.__typename ?? ""),
  );
  if (missing.length > 0) {
    const message = `File ids [${missing.map((id) => `"${id}"`).join(", ")}] do not exist.`;
    return { deletedFileIds: null, userErrors: [userError(["fileIds"], message, "FILE_DOES_NOT_EXIST")] };
  }
  for (const id of fileIds) shop.forget(id);
  return { deletedFileIds: fileIds, userErrors: [] };
}

const isReady = (file: StoreFile) => file.fileStatus === "READY";

export const fileResolvers: ResolverMap = {
  GenericFile: resolversOf<StoreFile>({
    url: (file) => (isReady(file) ? file.publicUrl : null),
    fileErrors: () => [],
    preview: () => null,
    originalFileSize: (file, _: never, { shop }: Context) =>
      shop.storage.read(file.publicUrl)?.bytes.byteLength ?? null,
  }),
  MediaImage: resolversOf<StoreFile>({
    image: (file) =>
      isReady(file)
        ? {
            id: file.id.replace("MediaImage", "ImageSource"),
            url: file.publicUrl,
            altText: file.alt,
            width: null,
            height: null,
          }
        : null,
    fileErrors: () => [],
    status: (file) => file.fileStatus,
    mediaContentType: () => "IMAGE",
    mediaErrors: () => [],
    mediaWarnings: () => [],
    preview: () => null,
  }),
};
