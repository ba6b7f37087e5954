import { everyoneCanUse } from "./access.ts";

everyoneCanUse("en", { width: 390, height: 844 });
