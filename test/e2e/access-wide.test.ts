import { everyoneCanUse } from "./access.ts";

everyoneCanUse("zh", { width: 1440, height: 900 });
