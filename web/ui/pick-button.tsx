import { useTranslation } from "react-i18next";
import { togglePick, useIsPickRefused } from "../address/compared-sites.ts";
import { useAddress } from "../address/navigation.ts";
import { COMPARED_SITES } from "../address/parameters.ts";
import { Button, IconButton } from "./button.tsx";
import { CompareIcon } from "./icons.tsx";

interface PickProps {
  slug: string;
  name: string;
  tabIndex?: number;
  className?: string | undefined;
}

/** Picks a site to be compared with others, or takes it back. */
export function PickButton({ slug, name, tabIndex, className }: PickProps) {
  const { t } = useTranslation();
  const isPicked = useAddress().comparedSites.includes(slug);
  return (
    <IconButton
      small
      className={className}
      label={t("compare.site", { name })}
      aria-pressed={isPicked}
      tabIndex={tabIndex}
      onClick={() => togglePick(slug)}
    >
      <CompareIcon filled={isPicked} />
    </IconButton>
  );
}

/** The same in words. */
export function PickButtonInWords({ slug, name, className }: PickProps) {
  const { t } = useTranslation();
  const isPicked = useAddress().comparedSites.includes(slug);
  return (
    <Button
      className={className}
      aria-label={t("compare.site", { name })}
      aria-pressed={isPicked}
      onClick={() => togglePick(slug)}
    >
      <CompareIcon filled={isPicked} />
      {t("compare.name")}
    </Button>
  );
}

/** Says that there are already as many as can be compared, after a click on one more. */
export function PickRefusal({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const isRefused = useIsPickRefused();
  return (
    <p role="status" className={className} hidden={!isRefused}>
      {isRefused && t("compare.full", { max: COMPARED_SITES.max })}
    </p>
  );
}
