"""Where the workshop is: in a room, online, or both."""

from typing import Annotated

from pydantic import Field

from planner.answers.question import NOT_SURE, Choice, Features, NotSure, Question, Step, Text, When


class Place(Choice):
    """In a room, online, or both at once."""

    IN_PERSON = "in_person", "In person"
    ONLINE = "online", "Online"
    HYBRID = "hybrid", "Both at the same time"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Visited(Choice):
    """Whether somebody has looked at the venue."""

    WITH = "with", "Yes, with a disabled person"
    ALONE = "alone", "Yes, without a disabled person"
    NO = "no", "Not yet"
    NOT_SURE = NOT_SURE, "Not sure yet"


IN_A_ROOM = (When("venue.place", ("in_person", "hybrid")),)
NOBODY_COMES = (When("venue.place", ("online",)),)
ON_A_SCREEN = (When("venue.place", ("online", "hybrid")),)


class Venue(Step):
    """Where the workshop is: in a room, online, or both."""

    place: Annotated[
        Place | None,
        Question(
            "Is it in person or online?",
            short="In person or online",
            why="Each suits some people and shuts out others. Both at once needs two hosts.",
            find_out="Ask people whether they would rather meet in person or online",
            quick=True,
        ),
    ] = None
    name: Annotated[
        Text,
        Question(
            "What is the venue, and where is it?",
            short="Venue",
            why="People look up the place before they say yes. Give the address that a taxi needs.",
            example="Northfield Library, 14 Mill Lane, Northfield NF1 2AB",
            quick=True,
            when=IN_A_ROOM,
        ),
    ] = ""
    visited: Annotated[
        Visited | None,
        Question(
            "Has somebody been to look at it?",
            short="Visit to the venue",
            why="Websites say 'fully accessible' when they mean one ramp. A visit with a disabled person shows more.",
            find_out="Visit the venue with a disabled person",
            when=IN_A_ROOM,
        ),
    ] = None
    features: Annotated[
        Features,
        Question(
            "What have you found there?",
            short="What the venue has",
            why="One step, one locked toilet or one broken lift can end somebody's day before it starts.",
            hint="Leave a line open if you have not looked yet.",
            find_out="Ask the venue, or look when you visit",
            quick=True,
            when=IN_A_ROOM,
        ),
    ] = {}
    stop_metres: Annotated[
        Annotated[int, Field(ge=0, le=10_000, strict=True)] | NotSure | None,
        Question(
            "How far is the door from the nearest bus stop or station?",
            short="Distance from the stop",
            why="Many people who walk with a stick need a rest every 50 metres.",
            find_out="Measure how far the door is from the nearest stop",
            unit="metres",
            when=IN_A_ROOM,
        ),
    ] = None
    room_area: Annotated[
        Annotated[int, Field(ge=1, le=10_000, strict=True)] | NotSure | None,
        Question(
            "How big is the main room?",
            short="Size of the main room",
            why="Wheelchairs, dogs and interpreters need space. A full room has no way through.",
            hint="Length times width, in metres.",
            find_out="Ask the venue how big the main room is",
            unit="square metres",
            when=IN_A_ROOM,
        ),
    ] = None
    platform: Annotated[
        Text,
        Question(
            "What will you meet on?",
            short="Online platform",
            why="People take part more easily in something they already know.",
            example="Zoom, with a phone number to ring in",
            when=ON_A_SCREEN,
        ),
    ] = ""
