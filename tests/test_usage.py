from decidr.usage import DONE, REFUSED, WRONG_USAGE, WrongUsage


def test_the_exit_codes_are_those_that_scripts_were_promised():
    assert (DONE, REFUSED, WRONG_USAGE) == (0, 1, 2)


def test_wrong_usage_says_why():
    assert str(WrongUsage("there is no view «x»")) == "there is no view «x»"
