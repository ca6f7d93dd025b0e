"""The numbers of the model that an author sets otherwise, each within its bounds."""

from typing import Annotated

from pydantic import Field, create_model

from engine.scenario.fields import Written
from engine.scenario.parameters import PARAMETERS

Model = create_model(  # type: ignore[call-overload]
    "Model",
    __base__=Written,
    __doc__="Numbers of the model that this scenario sets otherwise; docs/MODEL.md explains each.",
    **{
        p.name: (
            Annotated[float, Field(ge=p.low, le=p.high)] | None,
            Field(None, description=f"{p.meaning} Default {p.default:.4g} {p.unit}."),
        )
        for p in PARAMETERS
    },
)
