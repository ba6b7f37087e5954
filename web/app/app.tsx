import { MantineProvider } from "@mantine/core";
import { lazy, Suspense, useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PageName } from "../address/address.ts";
import { useAddress } from "../address/navigation.ts";
import { documentTitle } from "../core/demo.ts";
import { setLanguage } from "../core/i18n.ts";
import { pageLanguage } from "../core/language.tsx";
import { rememberedChoices } from "../core/remembered.ts";
import { styleNonce } from "../core/style-nonce.ts";
import { mantineTheme, useTheme } from "../core/theme.ts";
import { Search } from "../explore/search.tsx";
import { TopBar } from "../frame/bar.tsx";
import { Frame } from "../frame/frame.tsx";
import { Imprint } from "../frame/imprint.tsx";
import { AsOfStrip, UnreadStrip } from "../frame/strips.tsx";
import { ProvenanceOverlay } from "../provenance/provenance.tsx";
import { LoadingLines } from "../ui/states.tsx";
import { Explore } from "./explore-view.tsx";

// Each page beside the map is a chunk of its own: the first view does not wait for it.
const views = {
  explore: Explore,
  districts: lazy(async () => ({ default: (await import("../districts/districts-view.tsx")).DistrictsView })),
  plan: lazy(async () => ({ default: (await import("../plan/plan-view.tsx")).PlanView })),
  data: lazy(async () => ({ default: (await import("../data/about-data.tsx")).AboutData })),
} satisfies Record<PageName, unknown>;

export function App() {
  const address = useAddress();
  const theme = useTheme(address.theme);
  const { t } = useTranslation();
  const language = pageLanguage(address.lang ?? rememberedChoices.lang, navigator.languages);
  useEffect(() => void setLanguage(language), [language]);
  // Mantine sets it too, but only after charts have read their colours from the page's styles.
  useLayoutEffect(() => document.documentElement.setAttribute("data-mantine-color-scheme", theme), [theme]);

  const { page } = address;
  const title = page === "explore" ? t("name") : `${t(`pageName.${page}`)} · ${t("name")}`;
  const View = views[page];
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme} withGlobalClasses={false} getStyleNonce={styleNonce}>
      {!address.site && <title>{documentTitle(title)}</title>}
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <Frame
        fillsWindow={page === "explore"}
        top={
          <>
            <TopBar theme={theme} search={<Search />} />
            <AsOfStrip />
            <UnreadStrip />
          </>
        }
      >
        <Suspense fallback={<LoadingLines />}>
          <View />
          <Imprint />
        </Suspense>
      </Frame>
      <ProvenanceOverlay />
    </MantineProvider>
  );
}
