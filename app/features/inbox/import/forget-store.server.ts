import type { ShopTx } from "~/platform/database/shop.server";
import { endImport } from "./end-store.server";
import { HOLDS_FILES } from "./progress";

/**
 * Takes a person out of what imports keep beside messages. One under way whose files hold them, or may (it is not
 * known before they are counted), is ended and its files go: staff upload others. What was taken in stays known by its
 * id, so that the same file does not bring the person back.
 */
export async function forgetInImports(tx: ShopTx, email: string): Promise<void> {
  const { shopId } = tx;
  const named = await tx.db.$queryRaw<{ id: string }[]>`
    select i.id from conversation_import i where i."shopId" = ${shopId} and i.state = any(${[...HOLDS_FILES]})
      and (i.state in ('uploading', 'counting')
        or exists (select from imported_message m where m."shopId" = i."shopId" and m."importId" = i.id
          and m.person = ${email})
        or exists (select from import_person p where p."shopId" = i."shopId" and p."importId" = i.id
          and p.email = ${email}))`;
  for (const { id } of named) await endImport(tx, id, "erased");
  await tx.db.importPerson.deleteMany({ where: { shopId, email } });
  await tx.db.importedMessage.updateMany({ where: { shopId, person: email }, data: { person: null } });
}
