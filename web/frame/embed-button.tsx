import { Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { EmbedIcon } from "../ui/icons.tsx";
import styles from "./bar.module.css";
import { embedSnippet } from "./embed-snippet.ts";

/** Offers the HTML that embeds the present view in another site's page. */
export function EmbedButton() {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={380} shadow="md" trapFocus withRoles>
      <Popover.Target>
        <IconButton label={t("embed.open")} className={styles.wide}>
          <EmbedIcon />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("embed.title")}>
        <Snippet />
      </Popover.Dropdown>
    </Popover>
  );
}

function Snippet() {
  const { t } = useTranslation();
  const snippet = embedSnippet(window.location.origin, useAddress(), useLanguage());
  const [copied, setCopied] = useState("");
  const copy = async () => {
    await navigator.clipboard.writeText(snippet);
    setCopied(snippet);
  };
  return (
    <div className={styles.snippet}>
      <strong>{t("embed.title")}</strong>
      <p>{t("embed.how")}</p>
      <textarea
        readOnly
        rows={7}
        aria-label={t("embed.snippet")}
        value={snippet}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      {/* Browsers offer no clipboard over plain http; the text can still be selected. */}
      {navigator.clipboard && (
        <Button variant="primary" onClick={copy}>
          <span aria-live="polite">{copied === snippet ? t("embed.copied") : t("embed.copy")}</span>
        </Button>
      )}
    </div>
  );
}
