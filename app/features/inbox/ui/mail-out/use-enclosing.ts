import { type ClipboardEvent, type DragEvent, useRef } from "react";
import { pictureMark, withoutMark } from "../../mail-out/enclosures";
import type { EnclosedView } from "../../mail-out/mail-out-view.server";
import { filesIn, looksLikePicture, withWordsAt } from "./dropped-files";
import type { FilePlace, MailOutDesk } from "./use-mail-out";

export type Enclosing = {
  /** puts files with the answer */
  give(files: File[], place: FilePlace): Promise<void>;
  /** takes one out, its marks too */
  remove(file: EnclosedView): void;
  /** does a picture's mark stand in the text? One whose mark was deleted goes out after it */
  isPlaced(file: EnclosedView): boolean;
  /** for the text: pictures pasted into it stand in it */
  paste: { onPaste(event: ClipboardEvent): void };
  /** for all that files may be dropped on */
  drop: { onDrop(event: DragEvent): void; onDragOver(event: DragEvent): void };
};

/** Puts files with the answer being written in the field `fieldId`, and the marks of pictures where its cursor is. */
export function useEnclosing(
  desk: MailOutDesk,
  fieldId: string,
  text: string,
  setText: (text: string) => void,
): Enclosing {
  // An upload takes a while, in which more may be typed.
  const now = useRef(text);
  now.current = text;
  const give = async (files: File[], place: FilePlace) => {
    const inText = await desk.give(files, place);
    const marks = inText.map(({ name }) => pictureMark(name)).join("\n");
    if (marks !== "") setText(withWordsAt(now.current, marks, placeIn(fieldId)));
  };
  const take = async (event: { preventDefault(): void }, handed: DataTransfer) => {
    const files = filesIn(handed);
    if (files.length === 0) return;
    event.preventDefault();
    await give(
      files.filter((file) => !looksLikePicture(file)),
      "beside",
    );
    await give(files.filter(looksLikePicture), "text");
  };
  return {
    give,
    remove(file) {
      void desk.change({ do: "dropFile", id: file.id }).then((isOut) => {
        if (isOut && file.isInline) setText(withoutMark(now.current, file.name));
      });
    },
    isPlaced: ({ name }) => text.includes(pictureMark(name)),
    paste: { onPaste: (event) => void take(event, event.clipboardData) },
    drop: {
      onDrop: (event) => void take(event, event.dataTransfer),
      onDragOver: (event) => event.dataTransfer.types.includes("Files") && event.preventDefault(),
    },
  };
}

/** Where the cursor is in a field; null when there is no such one. */
export function placeIn(id: string): number | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field.selectionStart : null;
}
