namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>The style sheet of a report: nothing is loaded from elsewhere; light, dark and on paper.</summary>
internal static class ReportStyle
{
    private const string Light =
        ":root{--ground:#f3f2ee;--surface:#fffefb;--sunk:#eae8e2;--line:#d6d2c8;--text:#1b1e20;--soft:#565a5c;--link:#0b5c74;"
        + "--good:#2f6b2f;--good-bg:#dfeedb;--warn:#735a00;--warn-bg:#f8edc2;--bad:#a4221b;--bad-bg:#fadbd7;"
        + "--s0:#0e6680;--s1:#9a4305;--s2:#5a4a9c;--s3:#7a6a00;--s4:#3c6e47;--shade:14,102,128;color-scheme:light}";

    private const string Dark =
        ":root{--ground:#121517;--surface:#1a1e21;--sunk:#0d1011;--line:#3a4247;--text:#e8e6e0;--soft:#a8adae;--link:#7cc8dd;"
        + "--good:#9bd693;--good-bg:#1b3a1c;--warn:#f1d36b;--warn-bg:#3f3508;--bad:#ffa9a0;--bad-bg:#521713;"
        + "--s0:#7cc8dd;--s1:#ffb27d;--s2:#b9aef5;--s3:#e2cf6a;--s4:#8fce9b;--shade:124,200,221;color-scheme:dark}";

    private const string Page =
        "*{box-sizing:border-box}html{scroll-behavior:smooth}@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}"
        + "body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 \"Segoe UI\",system-ui,-apple-system,\"Helvetica Neue\",Arial,sans-serif}"
        + "main,header>div,footer{max-width:68rem;margin:0 auto;padding:0 1rem}header{background:var(--surface);border-bottom:1px solid var(--line);padding:1.5rem 0 1rem}"
        + "h1{font-size:1.6rem;line-height:1.2;margin:0 0 .4rem;overflow-wrap:anywhere}h2{font-size:1.25rem;margin:0 0 .6rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}"
        + "p{margin:.4rem 0;max-width:72ch}.soft,figcaption,caption{color:var(--soft)}.small{font-size:.875rem}a{color:var(--link)}"
        + "nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.8rem 0 0}nav a{display:inline-block;padding:.25rem 0}"
        + "section{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:1.1rem 1.2rem;margin:1rem 0}"
        + ".verdict{border-left:6px solid var(--soft);padding:.6rem 1rem;border-radius:4px;background:var(--sunk);margin:.9rem 0}.verdict p{margin:.15rem 0}"
        + ".verdict.good{border-color:var(--good);background:var(--good-bg)}.verdict.bad{border-color:var(--bad);background:var(--bad-bg)}.verdict.warn{border-color:var(--warn);background:var(--warn-bg)}"
        + ".verdict ul{margin:.3rem 0 .1rem;padding-left:1.2rem}.note{border-left:4px solid var(--warn);padding:.15rem 0 .15rem .8rem}"
        + ".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.7rem;margin:1rem 0 0}"
        + ".figures div{background:var(--sunk);border-radius:5px;padding:.55rem .8rem}.figures dt{color:var(--soft);font-size:.85rem}.figures dd{margin:0;font-size:1.35rem;font-variant-numeric:tabular-nums}"
        + ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:.4rem 1.6rem}"
        + "figure{margin:.8rem 0;overflow-x:auto}figure svg{display:block;width:100%;max-width:34rem;min-width:24rem;height:auto}figcaption{font-size:.875rem;max-width:60ch}"
        + ".table{overflow-x:auto;margin:.8rem 0}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9375rem}"
        + "caption{text-align:left;font-size:.875rem;padding-bottom:.35rem}th,td{border-bottom:1px solid var(--line);padding:.32rem .8rem .32rem 0;text-align:left;vertical-align:top}"
        + "thead th{color:var(--soft);font-weight:600}tbody th{font-weight:400}.num{text-align:right;white-space:nowrap}tr.marked th,tr.marked td{font-weight:700}"
        + "td.h1{background:rgba(var(--shade),.08)}td.h2{background:rgba(var(--shade),.16)}td.h3{background:rgba(var(--shade),.24)}td.h4{background:rgba(var(--shade),.32)}td.h5{background:rgba(var(--shade),.4)}"
        + "td.cell{text-align:center;min-width:4.5rem;padding:.5rem;border:1px solid var(--line)}td.right{font-weight:700}.wrap{overflow-wrap:anywhere}"
        + "dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.6rem 1.4rem;margin:.6rem 0}dl.facts dt{color:var(--soft);font-size:.875rem}dl.facts dd{margin:0;overflow-wrap:anywhere}"
        + "details{margin:.6rem 0}summary{cursor:pointer;padding:.25rem 0}:focus-visible{outline:2px solid var(--link);outline-offset:2px}footer{padding-bottom:2rem}";

    // Drawings carry their light colours themselves, so that they stand alone as files; here the theme overrides them.
    private const string Drawings =
        ".t{fill:var(--text)}.ts{fill:var(--soft)}.g{stroke:var(--line)}.a{stroke:var(--soft)}"
        + ".s0{stroke:var(--s0)}.s1{stroke:var(--s1)}.s2{stroke:var(--s2)}.s3{stroke:var(--s3)}.s4{stroke:var(--s4)}"
        + ".f0{fill:var(--s0)}.f1{fill:var(--s1)}.f2{fill:var(--s2)}.f3{fill:var(--s3)}.f4{fill:var(--s4)}";

    private const string Paper =
        "body{background:#fff;font-size:10.5pt}nav{display:none}section{border:0;padding:.4rem 0}header{padding:0}figure,tr,.verdict,.figures{break-inside:avoid}h2,h3{break-after:avoid}"
        + "details::details-content{content-visibility:visible;block-size:auto}.table,figure{overflow:visible}figure svg{min-width:0}";

    /// <summary>All of it. On paper it is light, whatever the screen is.</summary>
    public const string Sheet =
        Light
        + "@media (prefers-color-scheme:dark){"
        + Dark
        + "}"
        + Page
        + Drawings
        + "@media print{"
        + Light
        + Paper
        + "}";
}
