import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { Button } from "./button.tsx";
import styles from "./states.module.css";

/** An error in the server's words, which are in the reader's language, with a retry button. */
export function Failure({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  const { t } = useTranslation();
  const [firstError] = error.graphQLErrors;
  // A retry helps against network faults, not where the server names the part of the query that it refuses.
  const isBadArgument = firstError?.extensions.argument !== undefined;
  return (
    <Notice title={isBadArgument ? t("failure.refused") : t("failure.title")} alert>
      <p>{firstError?.message ?? t("failure.offline")}</p>
      {!isBadArgument && (
        <Button variant="primary" onClick={onRetry}>
          {t("failure.retry")}
        </Button>
      )}
    </Notice>
  );
}

/** A message in place of content: why there is none, and what to do. */
export function Notice({ title, children, alert }: { title: string; children?: ReactNode; alert?: boolean }) {
  return (
    <div className={styles.notice} role={alert ? "alert" : undefined}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Grey lines where text will be. */
export function LoadingLines({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  const lineNumbers = Array.from({ length: lines }, (_, line) => line);
  return (
    <div className={styles.waiting} aria-busy="true">
      <span className="visually-hidden">{t("loading")}</span>
      {lineNumbers.map((line) => (
        <Skeleton key={line} height={14} width={`${92 - ((line * 29) % 45)}%`} radius={4} />
      ))}
    </div>
  );
}
