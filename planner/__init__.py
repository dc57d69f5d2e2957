"""The planner without its pages: from answers to advice, arrangements and documents."""
