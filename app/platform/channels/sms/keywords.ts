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
    ..."avsluta sluta avsluit stoppen afmelden afmeld lopeta peruuta".split(" "),
    ..."rezygnuję rezygnuje wypisz konec odhlásit odhlasit zrušit zrusit".split(" "),
    ..."basta disiscrivi sair pare".split(" "),
    ..."στοπ σταματα σταμάτα τέλος τελος".split(" "),
    ..."leiratkozás leiratkozas vége vege oprire oprește opreste dezabonare".split(" "),
    ..."ret dur iptal İPTAL".split(" "),
    ..."стоп відписатися відписка".split(" "),
    ..."중지 거부 수신거부 정지".split(" "),
    ..."退订 退訂 取消 td".split(" "),
    ..."หยุด ยกเลิก dừng ngừng hủy huỷ berhenti batal".split(" "),
    ..."रोकें रोको बंद".split(" "),
  ],
  start: [
    ..."start unstop yes resume".split(" "),
    ..."anmelden starten".split(" "),
    ..."reprendre début debut".split(" "),
    ..."comenzar empezar".split(" "),
    ..."התחל חדש".split(" "),
    ..."ابدأ ابدا اشتراك".split(" "),
    ..."開始 再開 スタート".split(" "),
    ..."starta hervat jatka aloita wznów wznow obnovit".split(" "),
    ..."alta riprendi iniziare começar comecar voltar".split(" "),
    ..."έναρξη εναρξη συνέχεια συνεχεια".split(" "),
    ..."folytatás folytatas feliratkozás feliratkozas reia reluare".split(" "),
    ..."başla basla BAŞLA devam".split(" "),
    ..."старт почати поновити".split(" "),
    ..."시작 재개".split(" "),
    ..."开始 恢复 恢復 订阅 訂閱".split(" "),
    ..."เริ่ม mulai lanjut शुरू".split(" "),
    "bắt đầu",
  ],
  help: [
    ..."help info".split(" "),
    ..."hilfe".split(" "),
    ..."aide".split(" "),
    ..."ayuda".split(" "),
    ..."עזרה".split(" "),
    ..."مساعدة".split(" "),
    ..."ヘルプ 助け".split(" "),
    ..."hjälp hjalp hjælp hjelp hulp apua ohje".split(" "),
    ..."pomoc nápověda aiuto ajuda".split(" "),
    ..."βοήθεια βοηθεια".split(" "),
    ..."segítség segitseg ajutor yardım yardim".split(" "),
    ..."допомога 도움말 도움 帮助 幫助 說明 说明".split(" "),
    ..."ช่วยเหลือ bantuan मदद सहायता".split(" "),
    "trợ giúp",
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
