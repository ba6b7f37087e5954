import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { getAddress, linkTo, navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { isPressed } from "../core/key-press.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Notice } from "../ui/states.tsx";
import styles from "./plan.module.css";
import { TargetDetail } from "./target-detail.tsx";
import { targetQuery } from "./target-query.ts";

interface NamedTarget {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** The chosen target beside the list; at its end links to its neighbours in the plan's order. */
export function TargetDrawer({ slug, order }: { slug: string; order: readonly NamedTarget[] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  useEscape();
  const targetIndex = order?.findIndex((each) => each.slug === slug) ?? -1;
  // The list knows the targets before the server answers.
  const isListed = targetIndex >= 0 || !order;
  const answer = useAnswer(targetQuery, { slugs: [slug], asOf }, { isPaused: !isListed });
  const [target] = answer.data?.planTargets ?? [];
  const notFound = (
    <Notice title={t("targetCard.missing")}>
      <p>{t("targetCard.missingWhy")}</p>
    </Notice>
  );
  return (
    <div className={styles.aside}>
      <Drawer label={t("targetCard.label")} subject={slug} onClose={() => navigate({ target: null })} tools={<CopyLink />}>
        {target && <title>{documentTitle(`${nameOf(language, target)} · ${t("name")}`)}</title>}
        {isListed && (
          <Answer answer={answer} lines={12}>
            {() => (target ? <TargetDetail key={slug} target={target} /> : notFound)}
          </Answer>
        )}
        {!isListed && notFound}
        {target && <NeighbourLinks previous={order?.[targetIndex - 1]} next={order?.[targetIndex + 1]} />}
      </Drawer>
    </div>
  );
}

/** Escape closes the target from anywhere on the page; an open menu or dialog closes first. */
function useEscape() {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const { target } = event;
      const overlay = target instanceof Element && target.closest("dialog, [data-portal], [aria-expanded=true][aria-haspopup]");
      if (isPressed("Escape", event) && !overlay) navigate({ target: null });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
}

function NeighbourLinks({ previous, next }: { previous: NamedTarget | undefined; next: NamedTarget | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const neighbourLink = (to: NamedTarget | undefined, label: string) =>
    to && (
      <a {...linkTo({ ...getAddress(), target: to.slug })}>
        <small>{label}</small>
        {nameOf(language, to)}
      </a>
    );
  return (
    <nav className={styles.neighbours} aria-label={t("planPage.targets")}>
      {neighbourLink(previous, t("targetCard.previous"))}
      {neighbourLink(next, t("targetCard.next"))}
    </nav>
  );
}
