import { Menu } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../server/contract/language.ts";
import { type PageName, pageNames } from "../address/address.ts";
import { linkTo, navigate, useAddress } from "../address/navigation.ts";
import type { Theme } from "../core/kinds.ts";
import { languageTags, useLanguage } from "../core/language.tsx";
import { rememberChoice } from "../core/remembered.ts";
import { IconButton, Segmented } from "../ui/button.tsx";
import { EmbedIcon, MenuIcon, MoonIcon, SunIcon } from "../ui/icons.tsx";
import { AsOfButton } from "./as-of-button.tsx";
import styles from "./bar.module.css";
import { LogoMark } from "./mark.tsx";

// No map is embedded before the first paint.
const EmbedButton = lazy(async () => ({ default: (await import("./embed-button.tsx")).EmbedButton }));

/** The slim bar: name, pages, search, language, theme. */
export function TopBar({ theme, search }: { theme: Theme; search: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className={styles.bar}>
      <Brand />
      <nav className={styles.pages} aria-label={t("pages")}>
        {pageNames.map((page) => (
          <PageLink key={page} page={page} />
        ))}
      </nav>
      <search className={styles.search}>{search}</search>
      {useAddress().page === "explore" && (
        <Suspense
          fallback={
            <IconButton disabled label={t("embed.open")} className={styles.wide}>
              <EmbedIcon />
            </IconButton>
          }
        >
          <EmbedButton />
        </Suspense>
      )}
      <AsOfButton />
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
      <PagesMenu />
    </header>
  );
}

function Brand() {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <a className={styles.brand} {...linkTo({ ...address, page: "explore" })}>
      <LogoMark />
      <span>{t("name")}</span>
    </a>
  );
}

function PageLink({ page }: { page: PageName }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <a className={styles.page} aria-current={address.page === page ? "page" : undefined} {...linkTo({ ...address, page })}>
      {t(`pageName.${page}`)}
    </a>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Segmented
      label={t("language")}
      options={languages.map((value) => ({
        value,
        name: value === "zh" ? "中" : "EN",
        label: value === "zh" ? "中文" : "EN: English",
        lang: languageTags[value],
      }))}
      selected={language}
      onChoose={(lang) => {
        rememberChoice({ lang });
        navigate({ lang });
      }}
    />
  );
}

function ThemeSwitch({ theme }: { theme: Theme }) {
  const { t } = useTranslation();
  const label = theme === "light" ? t("scheme.toDark") : t("scheme.toLight");
  const other = theme === "light" ? "dark" : "light";
  return (
    <IconButton
      label={label}
      onClick={() => {
        rememberChoice({ theme: other });
        navigate({ theme: other });
      }}
    >
      {theme === "light" ? <MoonIcon /> : <SunIcon />}
    </IconButton>
  );
}

/** The pages, on a narrow screen. */
function PagesMenu() {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <Menu position="bottom-end" width={200} shadow="md">
      <Menu.Target>
        <IconButton label={t("menu")} className={styles.menu}>
          <MenuIcon />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pageNames.map((page) => (
          <Menu.Item
            key={page}
            component="a"
            aria-current={address.page === page ? "page" : undefined}
            {...linkTo({ ...address, page })}
          >
            {t(`pageName.${page}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
