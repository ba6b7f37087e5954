import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import styles from "./provenance.module.css";
import { ProvenanceDetails } from "./provenance-details.tsx";

/** The details of a figure over the page: Escape, the button or a click outside closes; focus returns to where it was. */
export function ProvenanceDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it does what Escape does
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t("provenance.title")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.sheet}>
        <IconButton className={styles.close} label={t("close")} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
        <ProvenanceDetails id={id} hasHeading />
      </div>
    </dialog>
  );
}
