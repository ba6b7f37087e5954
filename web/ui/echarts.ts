// The parts of the chart library that the page uses; a chunk of its own, loaded with the first chart.
import { BarChart, CustomChart, LineChart, ParallelChart, RadarChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  ParallelComponent,
  RadarComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, LineChart, ParallelChart, RadarChart, ScatterChart, SVGRenderer]);
use([AriaComponent, GraphicComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent]);
use([ParallelComponent, RadarComponent, TooltipComponent]);

export { init };
