use clientsmith_runtime::runtime::style::unreserved;
use clientsmith_runtime::runtime::style::{pairs, text};
use clientsmith_runtime::runtime::{Items, Parameter, Style};
use serde_json::{Value, json};

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"R": 100, "G": 200, "B": 150})
}

fn query(style: Style, explode: bool, value: &Value) -> String {
    let pairs = pairs(
        &Parameter::query("color").style(style).explode(explode),
        value,
    );
    clientsmith_runtime::runtime::url::join(&pairs, "&")
}

fn path(style: Style, explode: bool, value: &Value) -> String {
    text(
        &Parameter::path("color").style(style).explode(explode),
        value,
        unreserved,
    )
}

/// The rows of OAS 3.0.3, "Style Values", for paths and headers.
#[test]
fn path_styles() {
    let rows = [
        (
            Style::Matrix,
            false,
            ";color=",
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            Style::Matrix,
            true,
            ";color=",
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
        (
            Style::Label,
            false,
            ".",
            ".blue",
            ".blue.black.brown",
            ".R.100.G.200.B.150",
        ),
        (
            Style::Label,
            true,
            ".",
            ".blue",
            ".blue.black.brown",
            ".R=100.G=200.B=150",
        ),
        (
            Style::Simple,
            false,
            "",
            "blue",
            "blue,black,brown",
            "R,100,G,200,B,150",
        ),
        (
            Style::Simple,
            true,
            "",
            "blue",
            "blue,black,brown",
            "R=100,G=200,B=150",
        ),
    ];
    for (style, explode, empty, scalar, items, members) in rows {
        assert_eq!(path(style, explode, &json!("")), empty);
        assert_eq!(path(style, explode, &json!("blue")), scalar);
        assert_eq!(path(style, explode, &array()), items);
        assert_eq!(path(style, explode, &object()), members);
    }
}

/// The rows of OAS 3.0.3, "Style Values", for queries and cookies.
#[test]
fn query_styles() {
    let rows = [
        (
            Style::Form,
            false,
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            Style::Form,
            true,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::SpaceDelimited,
            false,
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            Style::PipeDelimited,
            false,
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
        (
            Style::SpaceDelimited,
            true,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::DeepObject(Items::Numbered),
            true,
            "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ];
    for (style, explode, items, members) in rows {
        assert_eq!(query(style, explode, &array()), items);
        assert_eq!(query(style, explode, &object()), members);
        assert_eq!(query(style, explode, &json!("")), "color=");
    }
}

#[test]
fn deep_objects_nest() {
    let value = json!({"a": {"b": 1, "c": null}, "d": ["x", "y"], "e": [{"f": 1}, {"f": 2}]});
    let rows = [
        (Items::Numbered, "color[d][0]=x&color[d][1]=y"),
        (Items::Bracketed, "color[d][]=x&color[d][]=y"),
        (Items::Repeated, "color[d]=x&color[d]=y"),
    ];
    for (items, list) in rows {
        let expected = format!("color[a][b]=1&{list}&color[e][0][f]=1&color[e][1][f]=2");
        let expected = expected.replace('[', "%5B").replace(']', "%5D");
        assert_eq!(query(Style::DeepObject(items), false, &value), expected);
    }
}

#[test]
fn a_list_in_an_exploded_object_is_repeated() {
    let page = json!({"page": 2, "sort": ["name,asc", null, "id"], "size": null});
    let expected = "page=2&sort=name%2Casc&sort=id";
    assert_eq!(query(Style::Form, true, &page), expected);
}

#[test]
fn lists_within_lists_have_a_separator_of_their_own() {
    let value = json!([["a", "b|"], ["c"]]);
    let rows = [
        (Style::PipeDelimited, false, ",", "color=a%2Cb%7C%7Cc"),
        (Style::Form, false, "|", "color=a%7Cb%7C,c"),
        (Style::Form, true, ",", "color=a%2Cb%7C&color=c"),
        (
            Style::Form,
            false,
            "",
            "color=%5B%22a%22%2C%22b%7C%22%5D,%5B%22c%22%5D",
        ),
    ];
    for (style, explode, separator, expected) in rows {
        let parameter = Parameter::query("color").style(style).explode(explode);
        let parameter = parameter.inner_separator(separator);
        let pairs = pairs(&parameter, &value);
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        assert_eq!(pairs.collect::<Vec<_>>().join("&"), expected);
    }
}

#[test]
fn null_items_are_left_out_and_separators_in_items_are_encoded() {
    assert_eq!(
        query(Style::Form, false, &json!(["a,b", null, true])),
        "color=a%2Cb,true"
    );
    assert_eq!(
        query(Style::Form, false, &json!([["a"], 1.5])),
        "color=%5B%22a%22%5D,1.5"
    );
}
