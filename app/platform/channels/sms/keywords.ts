/**
 * Words by which people end and resume messages, or ask for help: those of CTIA's Messaging Principles (§5.1.3) and
 * their like in the languages we write. Only a message that is nothing but such a word counts. Pure.
 */
export type Keyword = "stop" | "start" | "help";

const WORDS: Record<Keyword, readonly string[]> = {
  stop: [
    ..."stop stopall unsubscribe cancel end quit optout opt-out revoke".split(" "),
    ..."stopp abmelden ende".split(" "),
    ..."arret arrêt désabonner desabonner".split(" "),
    ..."parar baja cancelar alto".split(" "),
    ..."הסר הסירו עצור".split(" "),
    ..."توقف إلغاء الغاء إيقاف".split(" "),
    ..."停止 配信停止 ストップ 解除".split(" "),
  ],
  start: [
    ..."start unstop yes resume".split(" "),
    ..."anmelden starten".split(" "),
    ..."reprendre début debut".split(" "),
    ..."comenzar empezar".split(" "),
    ..."התחל חדש".split(" "),
    ..."ابدأ ابدا اشتراك".split(" "),
    ..."開始 再開 スタート".split(" "),
  ],
  help: [
    ..."help info".split(" "),
    ..."hilfe".split(" "),
    ..."aide".split(" "),
    ..."ayuda".split(" "),
    ..."עזרה".split(" "),
    ..."مساعدة".split(" "),
    ..."ヘルプ 助け".split(" "),
  ],
};

const meaning = new Map(
  (Object.entries(WORDS) as [Keyword, readonly string[]][]).flatMap(([keyword, words]) =>
    words.map((word) => [folded(word), keyword] as const),
  ),
);

/** What a text asks for, when it is one of these words and nothing else but punctuation; null otherwise. */
export const keywordOf = (text: string): Keyword | null =>
  text.length > 100 ? null : (meaning.get(folded(text)) ?? null);

/** "Stop!", "ＳＴＯＰ" and " stop. " are one. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\s\p{P}\p{Cf}]+|[\s\p{P}\p{Cf}]+$/gu, "");
}
