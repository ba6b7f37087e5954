import { Popover } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { IconButton } from "../ui/button.tsx";
import { HistoryIcon } from "../ui/icons.tsx";
import { LoadingLines } from "../ui/states.tsx";
import styles from "./bar.module.css";

const AsOfPicker = lazy(async () => ({ default: (await import("../ui/as-of-picker.tsx")).AsOfPicker }));

/** Chooses the as-of day. On a phone this is on the page Data. */
export function AsOfButton() {
  const { t } = useTranslation();
  const { asOf } = useAddress();
  return (
    <Popover position="bottom-end" width={440} shadow="md" trapFocus returnFocus withRoles>
      <Popover.Target>
        <IconButton label={t("asOf.open")} className={styles.wide} data-set={asOf !== null || undefined}>
          <HistoryIcon />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("asOf.title")}>
        <Suspense fallback={<LoadingLines lines={5} />}>
          <AsOfPicker />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
