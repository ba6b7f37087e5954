import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { getAddress, linkTo, useAddress, visit } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { isPressed } from "../core/keys.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Notice } from "../ui/states.tsx";
import styles from "./plan.module.css";
import { TargetDetail } from "./target-detail.tsx";
import { targetQuery } from "./target-query.ts";

interface Named {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** The chosen target beside the list; at its end links to its neighbours in the plan's order. */
export function TargetDrawer({ slug, order }: { slug: string; order: readonly Named[] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  useEscape();
  const place = order?.findIndex((each) => each.slug === slug) ?? -1;
  // The list knows the targets before the server answers.
  const isListed = place >= 0 || !order;
  const answer = useAnswer(targetQuery, { slugs: [slug], asOf }, { pause: !isListed });
  const [target] = answer.data?.planTargets ?? [];
  const missing = (
    <Notice title={t("targetCard.missing")}>
      <p>{t("targetCard.missingWhy")}</p>
    </Notice>
  );
  return (
    <div className={styles.aside}>
      <Drawer label={t("targetCard.label")} subject={slug} onClose={() => visit({ target: null })} tools={<CopyLink />}>
        {target && <title>{documentTitle(`${nameOf(language, target)} · ${t("name")}`)}</title>}
        {isListed && (
          <Answer of={answer} lines={12}>
            {() => (target ? <TargetDetail key={slug} target={target} /> : missing)}
          </Answer>
        )}
        {!isListed && missing}
        {target && <Neighbours previous={order?.[place - 1]} next={order?.[place + 1]} />}
      </Drawer>
    </div>
  );
}

/** Escape closes the target from anywhere on the page; an open menu or dialog closes first. */
function useEscape() {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const { target } = event;
      const above = target instanceof Element && target.closest("dialog, [data-portal], [aria-expanded=true][aria-haspopup]");
      if (isPressed("Escape", event) && !above) visit({ target: null });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
}

function Neighbours({ previous, next }: { previous: Named | undefined; next: Named | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const way = (to: Named | undefined, label: string) =>
    to && (
      <a {...linkTo({ ...getAddress(), target: to.slug })}>
        <small>{label}</small>
        {nameOf(language, to)}
      </a>
    );
  return (
    <nav className={styles.neighbours} aria-label={t("planPage.targets")}>
      {way(previous, t("targetCard.previous"))}
      {way(next, t("targetCard.next"))}
    </nav>
  );
}
