"""What can be done with a referral? One file a verb; `moving` takes the step that all of them share."""
