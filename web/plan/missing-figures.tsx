import { useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../core/clipboard.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { mailtoOf } from "../provenance/report.ts";
import { Button } from "../ui/button.tsx";
import { byDataHolder, byRelease } from "./missing.ts";
import styles from "./missing-figures.module.css";
import { insufficientFigure, missingText, releaseWords } from "./missing-text.ts";
import type { Plan, Release, Target } from "./plan-query.ts";

interface MissingFiguresProps {
  targets: readonly Target[];
  plan: Pick<Plan, "horizon" | "releases">;
}

/** The list to send: each data holder with the targets that wait for its figures, and when these are usually released. */
export function MissingFigures({ targets, plan: { horizon, releases } }: MissingFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const withoutData = targets.filter(({ progress }) => progress.state === "NO_DATA");
  if (withoutData.length === 0) return null;
  const heading = t("planPage.missingOf", { title: t("planPage.title", { horizon }) });
  const textOfTargets = (holderTargets: readonly Target[]) => missingText(holderTargets, releases, t, language);
  return (
    <section className={styles.missing} aria-labelledby="missing-figures">
      <header>
        <h2 id="missing-figures">{t("planPage.missing")}</h2>
        <CopyList text={() => `${heading}\n\n${textOfTargets(withoutData)}\n`} />
      </header>
      <dl>
        {byDataHolder(withoutData, language).map(([holder, holderTargets]) => (
          <div key={holder}>
            <dt>
              {holder} <small>{t("planPage.waitingTargets", { count: holderTargets.length })}</small>
              <a
                href={mailtoOf("", { subject: heading, body: textOfTargets(holderTargets) })}
                aria-label={t("planPage.mailTo", { holder })}
                title={t("planPage.mailTo", { holder })}
              >
                {t("planPage.mail")}
              </a>
            </dt>
            <dd>
              {byRelease(holderTargets, releases).map(([release, releaseTargets]) => (
                <NeededFigures key={release?.slug ?? ""} release={release} targets={releaseTargets} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The targets of one release, each with the figure that is there of it. */
function NeededFigures({ release, targets }: { release: Release | null; targets: readonly Target[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const targetLinks = targets.map((target) => {
    const figure = insufficientFigure(target, t, language);
    const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
    return nameOf(language, target) + (figure && open + figure + close);
  });
  return (
    <p>
      {targetLinks.join(language === "zh" ? "；" : "; ")} <small>{releaseWords(release, t, language)}</small>
    </p>
  );
}

function CopyList({ text }: { text: () => string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<"copied" | "copyFailed" | null>(null);
  return (
    <>
      <Button onClick={async () => setOutcome((await copyText(text())) ? "copied" : "copyFailed")}>{t("planPage.copy")}</Button>
      <span role="status">{outcome && t(`planPage.${outcome}`)}</span>
    </>
  );
}
