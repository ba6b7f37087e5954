import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/states.tsx";

/** A map whose code does not arrive must not take the list and the site pages with it. */
export class MapBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <MapFailed /> : this.props.children;
  }
}

function MapFailed() {
  const { t } = useTranslation();
  return (
    <Notice title={t("map.failed")} alert>
      <p>{t("map.failedWhy")}</p>
      {/* A chunk that failed to load stays failed until the page is read again. */}
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t("failure.retry")}
      </Button>
    </Notice>
  );
}
