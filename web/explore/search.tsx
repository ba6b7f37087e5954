import { Combobox, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { getAddress, useAddress, visit } from "../address/navigation.ts";
import { isPressed } from "../core/keys.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon, SearchIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./search.module.css";
import { useSuggestions } from "./suggestions.ts";

/** Search in Chinese, English, pinyin or its initials. A suggestion opens its site; Enter filters list and map by the text. */
export function Search() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { text } = useAddress().filter;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const [query] = useDebouncedValue(typed.trim(), 120);
  const { sites, districts, areas, isComplete } = useSuggestions(query);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const input = useSlashFocus();

  const filterBy = (words: string) => {
    visit({ place: "explore", filter: { ...getAddress().filter, text: words } });
    box.closeDropdown();
  };
  const submit = (value: string) => {
    const [what, id = ""] = value.split(":");
    if (what === "site") visit({ place: "explore", site: id, district: null });
    else if (what === "district") visit({ place: "explore", site: null, district: id });
    // The text was typed to find the area, not to filter by name.
    else if (what === "area") visit({ place: "explore", filter: { ...getAddress().filter, functionalAreas: [id], text: "" } });
    else return filterBy(typed.trim());
    setTyped(text);
    box.closeDropdown();
  };

  return (
    <Combobox store={box} onOptionSubmit={submit} shadow="md" offset={4} middlewares={{ flip: false, shift: true }}>
      <Combobox.DropdownTarget>
        <div className={styles.box}>
          <SearchIcon />
          <Combobox.EventsTarget>
            <input
              ref={input}
              type="text"
              aria-label={t("search.label")}
              placeholder={t("search.placeholder")}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={100}
              value={typed}
              onFocus={() => typed && box.openDropdown()}
              onBlur={() => box.closeDropdown()}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                if (event.currentTarget.value.trim()) box.openDropdown();
                else box.closeDropdown();
              }}
              onKeyDown={(event) => {
                // Enter on a suggestion is already handled by the combobox.
                const chosen = event.defaultPrevented || box.getSelectedOptionIndex() >= 0;
                if (isPressed("Enter", event) && !chosen) filterBy(typed.trim());
              }}
            />
          </Combobox.EventsTarget>
          {typed ? (
            <IconButton
              small
              label={t("search.clear")}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => filterBy("")}
            >
              <CloseIcon size={16} />
            </IconButton>
          ) : (
            <span className={styles.key} aria-hidden="true">
              /
            </span>
          )}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Options aria-label={t("search.label")}>
          {isComplete && sites.length + districts.length + areas.length === 0 && (
            <Combobox.Empty>{t("search.none", { q: query })}</Combobox.Empty>
          )}
          {sites.map((site) => (
            <Combobox.Option key={site.slug} value={`site:${site.slug}`} className={styles.option}>
              <KindMark kind={site.kind} hollow={site.hollow} />
              <span>{nameOf(language, site)}</span>
              {site.district && <small>{nameOf(language, site.district)}</small>}
            </Combobox.Option>
          ))}
          {districts.map((district) => (
            <Combobox.Option key={district.code} value={`district:${district.code}`} className={styles.option}>
              <span className={styles.district} aria-hidden="true" />
              <span>{nameOf(language, district)}</span>
              <small>{t("filter.district")}</small>
            </Combobox.Option>
          ))}
          {areas.map((area) => (
            <Combobox.Option key={area.slug} value={`area:${area.slug}`} className={styles.option}>
              <span className={styles.district} aria-hidden="true" />
              <span>{nameOf(language, area)}</span>
              <small>{t("filter.area")}</small>
            </Combobox.Option>
          ))}
          {sites.length > 0 && (
            <Combobox.Option value="all" className={styles.all}>
              {t("search.all", { q: query })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The slash key goes to the search, unless something is being written. */
function useSlashFocus() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return input;
}
