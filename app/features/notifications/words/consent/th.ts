import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const th = {
  unsubscribe: {
    ask: "รับอีเมลน้อยลงไหม",
    text: (shop) => `${shop} จะไม่ส่งสิ่งที่ไม่จำเป็น คุณยังได้รับเรื่องสำคัญ ได้แก่ การยืนยัน ปัญหา และการคืนเงิน`,
    button: "ไม่ต้องส่ง",
    done: "เรียบร้อย",
    doneText: "จากนี้คุณจะได้รับเฉพาะเรื่องสำคัญ",
  },
  texts: {
    ending: "เลิกรับ ตอบ หยุด",
    stopped: (shop) => `${shop}: จะไม่ส่งข้อความอีก หากต้องการรับอีก ตอบ เริ่ม`,
    started: (shop) => `${shop}: คุณจะได้รับข่าวคำสั่งซื้อที่นี่อีกครั้ง เลิกรับ ตอบ หยุด`,
    help: (shop, url) => `${shop}: ข่าวคำสั่งซื้อของคุณ ช่วยเหลือ: ${url} เลิกรับ ตอบ หยุด`,
  },
} satisfies Words<typeof en>;
