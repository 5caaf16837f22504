from cleaner.once import cached_property


class Page:
    asked = 0

    @cached_property
    def lines(self) -> int:
        """How many."""
        self.asked += 1
        return 3


def test_a_property_is_worked_out_once_an_object():
    one, other = Page(), Page()
    assert (one.lines, one.lines, one.asked, other.asked) == (3, 3, 1, 0)
    assert vars(one) == {"lines": 3, "asked": 1}


def test_the_class_shows_the_property_itself():
    assert isinstance(Page.lines, cached_property)
    assert Page.lines.__doc__ == "How many."
