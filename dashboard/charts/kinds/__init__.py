"""The kinds of chart, one a module; `dashboard.charts.choice` lists them and says which a chart is drawn as."""
