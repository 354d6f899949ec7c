"""Charts that show themselves in a notebook as a picture, drawn on the spot.

Altair's own way of showing a chart is a script that loads its drawing library from the network: without one a reader sees an
error. Whoever enables a renderer of Altair gets that renderer.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import altair

if TYPE_CHECKING:
    _Drawn = altair.TopLevelMixin
else:
    _Drawn = object


class _AsPicture(_Drawn):
    def _repr_mimebundle_(self, *args: Any, **given: Any) -> Any:
        if altair.renderers.active != "default" or find_spec("vl_convert") is None:
            return super()._repr_mimebundle_(*args, **given)
        with altair.renderers.enable("png"):
            return super()._repr_mimebundle_(*args, **given)


class Chart(_AsPicture, altair.Chart):
    """`altair.Chart`, as a picture."""


class LayerChart(_AsPicture, altair.LayerChart):
    """`altair.LayerChart`, as a picture."""


class VConcatChart(_AsPicture, altair.VConcatChart):
    """`altair.VConcatChart`, as a picture."""


def as_picture(chart: Any) -> Any:
    """The same chart, as one that shows itself as a picture."""
    kind: Any = {altair.Chart: Chart, altair.LayerChart: LayerChart, altair.VConcatChart: VConcatChart}[type(chart)]
    shown = kind.__new__(kind)
    shown.__dict__.update(chart.__dict__)
    return shown
