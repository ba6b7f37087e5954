import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { createStore } from "../core/store.ts";
import { InfoIcon } from "../ui/icons.tsx";
import { LoadingLines } from "../ui/states.tsx";
import styles from "./provenance.module.css";

const ProvenanceDetails = lazy(async () => ({ default: (await import("./provenance-details.tsx")).ProvenanceDetails }));
const ProvenanceDialog = lazy(async () => ({ default: (await import("./provenance-dialog.tsx")).ProvenanceDialog }));

interface InlineProps {
  /** The subject of the details, for the name of the button: "GDP, 2023". */
  name: string;
  isOpen: boolean;
  onToggle: () => void;
}

/** Opens and closes the details of a figure right below it. */
export function ProvenanceToggle({ name, isOpen, onToggle }: InlineProps) {
  const { t } = useTranslation();
  const label = t("provenance.open", { name });
  return (
    <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-label={label} title={label} onClick={onToggle}>
      <InfoIcon size={15} />
    </button>
  );
}

/** The details of a figure in their place below it. */
export function ProvenanceBelow({ id }: { id: string }) {
  return (
    <div className={styles.below}>
      <Suspense fallback={<LoadingLines lines={5} />}>
        <ProvenanceDetails id={id} />
      </Suspense>
    </div>
  );
}

interface LinkProps {
  id: string;
  name: string;
  /** The visible text of the button: a period, a number; without it only the mark. */
  children?: ReactNode;
  tabIndex?: number;
}

/** Where there is no room below a figure, its details open over the page: in tables, cards and tags of the map. */
export function ProvenanceLink({ id, name, children, tabIndex }: LinkProps) {
  const { t } = useTranslation();
  const label = t("provenance.open", { name });
  return (
    <button
      type="button"
      className={children ? styles.link : styles.toggle}
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={() => showProvenance(id)}
    >
      {children ?? <InfoIcon size={15} />}
    </button>
  );
}

/** Marks a figure that another source contradicts; by a sign where there is little room. */
export function ConflictMark({ short }: { short?: boolean }) {
  const { t } = useTranslation();
  const words = t("provenance.sourcesDisagree");
  return (
    <span className={styles.conflict} title={words}>
      {short && <span aria-hidden="true">≠</span>}
      <span className={short ? "visually-hidden" : undefined}>{words}</span>
    </span>
  );
}

const openFigure = createStore<string | null>(null);

/** Opens the details of a figure, by its id, over the page; null closes them. */
export const showProvenance = openFigure.set;

/** Renders what showProvenance opens: once in the page. */
export function ProvenanceOverlay() {
  const id = openFigure.use();
  return <Suspense>{id && <ProvenanceDialog id={id} onClose={() => showProvenance(null)} />}</Suspense>;
}
