"""The zoomable timeline: a pure layout (time, ticks, marks, labels, arrows), its painter, and the widgets around them."""
