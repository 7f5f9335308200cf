/** What staff read of the domain their mail comes from. */
export const sendingWords = {
  title: "Sending domain",
  back: "Settings",
  none: {
    title: "Mail goes out from an address of Aftercare’s",
    text: "To send from your own, enter the sender’s address in the settings. The records for its domain are shown here then.",
    change: "Enter an address",
  },
  signed: (domain: string) => `Mail from ${domain} is signed`,
  unsigned: (domain: string) => `Mail from ${domain} is not signed yet`,
  signedText: "Mail systems can tell that it is yours. The records are looked up again every night.",
  unsignedText:
    "Enter these records where the domain’s DNS is kept, then check. Until the first one is found, mail goes out unsigned and may land in spam.",
  free: "An address at a free mail provider cannot be signed: use one of your own domain.",
  records: {
    dkim: { title: "DKIM: the key your mail is signed with", type: "TXT" },
    spf: { title: "SPF: names our servers; join it with a record that is there already", type: "TXT" },
    dmarc: { title: "DMARC: what to do with mail that is not yours; any policy will do", type: "TXT" },
  },
  name: "Name",
  value: "Value",
  findings: {
    right: { label: "Found", tone: "success" },
    wrong: { label: "Another value is there", tone: "critical" },
    missing: { label: "Not there", tone: "warning" },
    several: { label: "Several are there: keep one", tone: "critical" },
    unknown: { label: "No answer: try later", tone: "attention" },
    unchecked: { label: "Not checked yet" },
  },
  check: "Check now",
  checked: "Looked up",
  checkedAt: "Looked up",
  noDomain: "There is no domain to check.",
} as const;
