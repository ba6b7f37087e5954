import { useState } from "react";
import { useTranslation } from "react-i18next";
import { getAddress } from "../address/navigation.ts";
import { copyText } from "../core/clipboard.ts";
import { contactEmail } from "../core/contact.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { FlagIcon } from "../ui/icons.tsx";
import type { SourceRecord } from "./figure.ts";
import { mailtoOf, reportText } from "./report.ts";
import styles from "./source-list.module.css";

/** Opens a prepared report of an error as an e-mail to the operator; where no address is configured, copies it. */
export function ReportButton({ source, topic }: { source: SourceRecord; topic: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const email = contactEmail();
  const label = t("correction.report", { name: textIn(language, source, "title") });
  const reportInput = () => {
    // To the second: the milliseconds say nothing to a reader.
    const reportedAt = new Date().toISOString().replace(/\.\d+/, "");
    return reportText({ topic, source, address: getAddress(), origin: window.location.origin, reportedAt }, language);
  };
  if (email)
    return (
      <a
        className={styles.report}
        aria-label={label}
        title={label}
        href={`mailto:${email}`}
        // The view and the moment are those of the click.
        onClick={(event) => {
          event.currentTarget.href = mailtoOf(email, reportInput());
        }}
      >
        <FlagIcon />
      </a>
    );
  const copy = async () => {
    const { subject, body } = reportInput();
    setOutcome((await copyText(`${subject}\n\n${body}`)) ? "copied" : "failed");
  };
  return (
    <>
      <button type="button" className={styles.report} aria-label={label} title={label} onClick={copy}>
        <FlagIcon />
      </button>
      <span role="status" className={styles.reported}>
        {outcome && t(`correction.${outcome}`)}
      </span>
    </>
  );
}
