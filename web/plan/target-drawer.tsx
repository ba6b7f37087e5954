import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { CopyLink } from "../core/copy-link.tsx";
import { titled } from "../core/demo.ts";
import { Drawer } from "../core/drawer.tsx";
import { ChevronIcon } from "../core/icons.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { useAddress, visit } from "../core/navigation.ts";
import { Failure, Notice, Waiting } from "../core/states.tsx";
import styles from "./plan.module.css";
import { TargetDetail } from "./target-detail.tsx";
import { targetQuery } from "./target-query.ts";

/** The chosen target beside the list; the arrows go through the targets in the plan's order. */
export function TargetDrawer({ slug, order }: { slug: string; order: readonly string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  const [{ data, error, fetching }, retry] = useQuery({ query: targetQuery, variables: { slugs: [slug], asOf } });
  const target = data?.planTargets.find((each) => each.slug === slug);
  const place = order.indexOf(slug);
  const step = (by: 1 | -1) => {
    const next = place < 0 ? undefined : order[place + by];
    const label = by < 0 ? t("targetCard.previous") : t("targetCard.next");
    return (
      <button type="button" aria-label={label} title={label} disabled={!next} onClick={() => next && visit({ target: next })}>
        <ChevronIcon turned={by < 0} />
      </button>
    );
  };
  const tools = (
    <>
      {step(-1)}
      {step(1)}
      <CopyLink />
    </>
  );
  return (
    <div className={styles.aside}>
      <Drawer label={t("targetCard.label")} subject={slug} onClose={() => visit({ target: null })} tools={tools}>
        {target && <title>{titled(`${nameOf(language, target)} · ${t("name")}`)}</title>}
        {target && <TargetDetail key={slug} target={target} />}
        {!target && error && <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />}
        {!target && !error && fetching && <Waiting lines={12} />}
        {!target && !error && !fetching && (
          <Notice title={t("targetCard.missing")}>
            <p>{t("targetCard.missingWhy")}</p>
          </Notice>
        )}
      </Drawer>
    </div>
  );
}
