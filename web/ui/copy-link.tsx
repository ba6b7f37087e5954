import { useState } from "react";
import { useTranslation } from "react-i18next";
import { writeAddress } from "../address/address.ts";
import { getAddress } from "../address/navigation.ts";
import { cameraForLink } from "../address/shown-camera.ts";
import { useLanguage } from "../core/language.tsx";
import { IconButton } from "./button.tsx";
import { LinkIcon } from "./icons.tsx";

/** Copies the address of the present view, in its language. Left out where the browser offers no clipboard (plain http). */
export function CopyLink({ className, framed }: { className?: string | undefined; framed?: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    const address = getAddress();
    await navigator.clipboard.writeText(
      window.location.origin + writeAddress({ ...address, camera: cameraForLink(address), lang }),
    );
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const label = copied ? t("site.shared") : t("site.share");
  return (
    <IconButton data-copy label={label} framed={framed} className={className} onClick={copy}>
      {copied ? <span aria-live="polite">✓</span> : <LinkIcon />}
    </IconButton>
  );
}
