"""What every page shares: the list of pages, the frame, the questions and the plan between reruns."""
