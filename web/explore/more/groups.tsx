import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ChoiceName, choicesOf, choiceWords } from "../../address/choices.ts";
import { toggleInList } from "../../address/filter.ts";
import { changeFilter, useAddress } from "../../address/navigation.ts";
import type { SiteKind } from "../../core/graphql.ts";
import { Button } from "../../ui/button.tsx";
import { KindMark } from "../../ui/kind-mark.tsx";
import styles from "./more.module.css";

/** The filters of each kind. */
const choicesOfKind: Partial<Record<SiteKind, readonly ChoiceName[]>> = {
  SERVICE_TRADE_PARK: ["themes", "designations"],
  EXPORT_BASE: ["fields", "designationHolderKinds"],
  LOGISTICS_HUB: ["hubLevels", "hubTypes", "facilities"],
};

/** For each kind that has parts of its own, these under the kind's name. */
export function KindFilters() {
  const { t } = useTranslation();
  return Object.entries(choicesOfKind).map(([kind, names]) => (
    <section key={kind} className={styles.group} aria-label={t(`kind.${kind as SiteKind}`)}>
      <h3>
        <KindMark kind={kind as SiteKind} size={13} />
        {t(`kind.${kind as SiteKind}`)}
      </h3>
      {names.map((name) => (
        <ChoiceSwitches key={name} name={name} label={t(`filter.${name as "themes"}`)} />
      ))}
    </section>
  ));
}

/** One closed list as switches. */
export function ChoiceSwitches({ name, label }: { name: ChoiceName; label: string }) {
  const { t } = useTranslation();
  const values: readonly string[] = useAddress().filter[name];
  return (
    <SwitchGroup label={label}>
      {choicesOf(name).map((value) => (
        <ToggleSwitch
          key={value}
          isPressed={values.includes(value)}
          onToggle={() => changeFilter({ [name]: toggleInList(values, value) })}
        >
          {t(`${choiceWords[name]}.${value}` as "confidence.HIGH")}
        </ToggleSwitch>
      ))}
    </SwitchGroup>
  );
}

export function SwitchGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={styles.switches}>
      <legend>{label}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

export function ToggleSwitch({
  isPressed,
  onToggle,
  children,
}: {
  isPressed: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <Button variant="chip" aria-pressed={isPressed} onClick={onToggle}>
      {children}
    </Button>
  );
}
