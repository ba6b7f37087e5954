import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../core/answer.ts";
import { SourceList } from "../provenance/source-list.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./data.module.css";
import { sourcesQuery } from "./data-query.ts";

/** All publications that facts were taken from, a page at a time. */
export function Sources() {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <>
      {pages.map((after, index) => (
        <SourcePage
          key={after ?? "first"}
          after={after}
          firstNumber={index * 100}
          isLast={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
        />
      ))}
    </>
  );
}

interface SourcePageProps {
  after: string | null;
  /** The number of entries on earlier pages. */
  firstNumber: number;
  isLast: boolean;
  onMore: (after: string) => void;
}

function SourcePage({ after, firstNumber, isLast, onMore }: SourcePageProps) {
  const { t } = useTranslation();
  const answer = useAnswer(sourcesQuery, { after });
  return (
    <Answer answer={answer} lines={8}>
      {({ sources: { nodes, pageInfo } }) => (
        <>
          <SourceList sources={nodes.map((source, index) => ({ number: firstNumber + index + 1, source }))} />
          {isLast && pageInfo.hasNextPage && pageInfo.endCursor && (
            <Button className={styles.more} onClick={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}>
              {t("dataPage.more")}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}
