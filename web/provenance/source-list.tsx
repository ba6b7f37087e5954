import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import type { PublisherKind } from "../core/graphql.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { ExternalLinkIcon } from "../ui/icons.tsx";
import type { SourceRecord } from "./figure.ts";
import { ReportButton } from "./report-button.tsx";
import styles from "./source-list.module.css";

/** A source, and where it was requested, what its publisher is to its figures. */
type ListedSource = SourceRecord & { publisherKind?: PublisherKind };

interface SourceListProps {
  sources: Iterable<{ number: number; source: ListedSource }>;
  /** What they are the sources of, for the report of an error: a site, a district. */
  topic?: string;
}

/** The sources by their footnote numbers, with a link where the publisher's own page was read. */
export function SourceList({ sources, topic = "" }: SourceListProps) {
  return (
    <ol className={styles.sources}>
      {[...sources].map(({ number, source }) => (
        <li key={source.slug} id={`source-${number}`} tabIndex={-1}>
          <span className={styles.number}>{number}</span>
          <SourceEntry source={source} topic={topic} />
        </li>
      ))}
    </ol>
  );
}

/** A source: its title, with a link where the publisher's own page was read, who published it and when; and a way to report an error. */
export function SourceEntry({ source, topic = "" }: { source: ListedSource; topic?: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = textIn(language, source, "title");
  const publisher = textIn(language, source, "publisher");
  const access = t(`access.${source.access}`);
  // "Repost on a NetEase account" and "Unsourced" are names of publishers too.
  const publisherNamesAccess = publisher.toLowerCase().includes(access.toLowerCase().replace(/ed$/, ""));
  const remarks = [
    publisher,
    source.publisherKind && t(`publisherKind.${source.publisherKind}`),
    source.publishedOn && namedPeriodText(source.publishedOn, language),
    source.access === "PUBLISHER" || publisherNamesAccess ? "" : access,
  ].filter(Boolean);
  return (
    <div>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {title}
          <ExternalLinkIcon />
        </a>
      ) : (
        <span>{title}</span>
      )}{" "}
      <ReportButton source={source} topic={topic} />
      <small>{remarks.join(" · ")}</small>
      {source.url && <small className={`paper-only ${styles.address}`}>{readableUrl(source.url)}</small>}
    </div>
  );
}

/** An address to be typed: without its scheme, and with characters instead of their codes. */
function readableUrl(url: string): string {
  const shortUrl = url.replace(/^https?:\/\//, "");
  try {
    return decodeURI(shortUrl);
  } catch {
    return shortUrl;
  }
}
