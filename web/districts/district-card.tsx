import { useTranslation } from "react-i18next";
import { navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { PrintButton } from "../map/print-button.tsx";
import { Answer } from "../ui/answer.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Notice } from "../ui/states.tsx";
import { DistrictDetail } from "./district-detail.tsx";
import { districtQuery } from "./district-query.ts";

/** The chosen district. */
export function DistrictCard({ code }: { code: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useAnswer(districtQuery, { code, asOf: useAddress().asOf });
  const district = answer.data?.district;
  return (
    <Drawer
      label={t("district.label")}
      title={district ? nameOf(language, district) : undefined}
      subject={code}
      onClose={() => navigate({ district: null })}
      tools={
        <>
          <CopyLink />
          <PrintButton />
        </>
      }
    >
      <title>{documentTitle(district ? `${nameOf(language, district)} · ${t("name")}` : t("name"))}</title>
      <Answer answer={answer} lines={10}>
        {() => (district ? <DistrictDetail district={district} /> : <Notice title={t("district.missing")} />)}
      </Answer>
    </Drawer>
  );
}
