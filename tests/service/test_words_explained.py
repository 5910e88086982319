from agreements.explained_words import explained_words


def test_every_page_leads_to_the_words_explained(draft):
    foot = draft.page.xpath("//footer//a")
    assert foot[0].get("href") == "/words"


def test_the_page_explains_every_word(visitor):
    page = visitor.open("/words").page
    read = [(word.text, meaning.text) for word, meaning in zip(page.xpath("//dt"), page.xpath("//dd"), strict=True)]
    assert read == [(one.title, one.means) for one in explained_words()]
