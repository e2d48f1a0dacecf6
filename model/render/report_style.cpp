#include "model/render/report_style.hpp"

#include <array>
#include <string_view>

namespace samspil {
namespace {

struct Colour {
  std::string_view name, light, dark;
};

/// Of payers: Okabe and Ito's hues, moved until each is 3.1 : 1 or more against paper and tint in
/// both schemes and tells itself from the others in simulated colour blindness.
constexpr std::array<Colour, 22> colours{
    {{"ink", "#15202b", "#eef2f5"},    {"ink2", "#46535f", "#b4c0ca"},
     {"rule", "#d3d9de", "#3a4652"},   {"grid", "#e3e7ea", "#2a343e"},
     {"paper", "#ffffff", "#12181e"},  {"tint", "#f3f5f4", "#1a222a"},
     {"tag", "#ffe48f", "#5b4a0c"},    {"tagink", "#2b2200", "#fff1c2"},
     {"kom", "#004f80", "#6db9ee"},    {"komt", "#9cc6e4", "#1f4d70"},
     {"reg", "#d65fb4", "#f25aa8"},    {"regt", "#f3d3ec", "#6b2350"},
     {"sta", "#a83f0a", "#eba45c"},    {"stat", "#f3c7a6", "#5f3c14"},
     {"bor", "#1b8c66", "#5cf0c0"},    {"bort", "#bfe6d6", "#125843"},
     {"peo", "#5a6672", "#b4c0ca"},    {"peot", "#d3d9de", "#3a4652"},
     {"field", "#6b7782", "#8694a0"},  {"focus", "#15202b", "#ffffff"},
     {"share3", "#8a96a1", "#6f7d8a"}, {"share4", "#b9c2ca", "#4c5965"}}};

/// What draws figures, with names of colours in it.
constexpr std::string_view drawing = R"(
svg.f text{font:400 14px 'IBM Plex Sans',system-ui,'Segoe UI',Arial,sans-serif;fill:var(--ink2)}
svg.f text.s{fill:var(--ink);font-weight:600}
.g{stroke:var(--grid);stroke-width:1}
.z{stroke:var(--ink);stroke-width:1.5}
.ne{stroke:var(--ink);stroke-width:2;stroke-dasharray:5 4;fill:none}
.be{stroke:var(--kom);stroke-width:4}
.r{stroke-width:1.25}
.m{stroke-width:4}
.kom .r{fill:var(--komt);stroke:var(--kom)} .kom .m{stroke:var(--kom)}
.reg .r{fill:var(--regt);stroke:var(--reg)} .reg .m{stroke:var(--reg)}
.sta .r{fill:var(--stat);stroke:var(--sta)} .sta .m{stroke:var(--sta)}
.bor .r{fill:var(--bort);stroke:var(--bor)} .bor .m{stroke:var(--bor)}
.peo .r{fill:var(--peot);stroke:var(--peo)} .peo .m{stroke:var(--peo)}
.off .r{fill:none;stroke:var(--ink)} .off .m{stroke:var(--ink)}
.d{stroke-width:1.75}
.d0{fill:var(--komt);stroke:var(--kom)} .d1{fill:var(--kom);stroke:var(--kom)}
.pm.kom{fill:var(--kom)}.pm.reg{fill:var(--reg)}.pm.sta{fill:var(--sta)}.pm.bor{fill:var(--bor)}
.pm.off{fill:none;stroke:var(--ink);stroke-width:2}
.icon{fill:var(--paper);stroke:var(--peo);stroke-width:1.4}
.icon.on{fill:var(--kom);stroke:var(--kom)}
.share0{fill:var(--ink)}.share1{fill:var(--peo)}.share2{fill:var(--peot)}.share3{fill:var(--kom)}
.share4{fill:var(--tag)}
)";

constexpr std::string_view page = R"(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 16px/1.5 'IBM Plex Sans',system-ui,'Segoe UI',Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
h1,h2,h3,p,figure,ul,ol,dl,dd{margin:0}
h2{font-weight:600;font-size:21px;line-height:1.3;text-wrap:balance}
h3{font-weight:600;font-size:16px;line-height:1.35}
b,strong{font-weight:600}
a{color:inherit;text-underline-offset:3px}
a.n{text-decoration:underline dotted 1px;text-decoration-color:var(--field);text-underline-offset:4px}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:2px}
:target{scroll-margin-top:16px}
.sub{color:var(--ink2);font-size:15px;line-height:1.45;margin-top:4px;max-width:104ch}
.small{color:var(--ink2);font-size:14px;line-height:1.45}
.nb{white-space:nowrap}
.vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;background:var(--paper);padding:8px 12px;z-index:2}.skip:focus{left:8px}
.top{border-bottom:1px solid var(--rule)}
.top>div{display:flex;align-items:center;gap:8px 16px;flex-wrap:wrap;max-width:1080px;margin:0 auto;padding:12px 20px}
.brand{display:flex;align-items:center;gap:9px;font-weight:600;font-size:18px}
.brand svg{width:30px;height:20px}
.top .what{color:var(--ink2);font-size:15px}
svg.f{display:block;width:100%;overflow:visible}
.pm{width:12px;height:12px;flex:none;display:inline-block;vertical-align:-1px;margin-right:7px;overflow:visible}
.key{display:flex;flex-wrap:wrap;gap:4px 20px;margin:10px 0 0;color:var(--ink2);font-size:14px;line-height:1.4;list-style:none;padding:0}
.key li{display:flex;align-items:center;gap:8px}
.key svg{width:34px;height:16px;flex:none;overflow:visible}.key .pm{width:12px;height:12px;margin:0}
.ends{display:flex;justify-content:space-between;gap:12px;color:var(--ink2);font-size:14px;line-height:1.3}
main{max-width:1080px;margin:0 auto;padding:0 20px 40px}
.lede{padding:30px 0 0}
.kick{color:var(--ink2);font-size:15px;margin-bottom:8px}
h1{font-weight:600;font-size:34px;line-height:1.18;letter-spacing:-.01em;text-wrap:balance;max-width:26em}
.answer{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,440px);gap:20px 48px;background:var(--tint);border-top:4px solid var(--ink);margin-top:22px;padding:24px 28px 20px}
.say{font-size:25px;line-height:1.36;text-wrap:pretty}
.answer figcaption{font-size:15px;line-height:1.4;margin-bottom:8px;font-weight:600}
.eq{display:flex;gap:6px 14px;flex-wrap:wrap;margin:20px 0 0;align-items:flex-end}
.eq div{line-height:1.25}
.eq b{display:block;font-size:20px;white-space:nowrap}
.eq span{font-size:14px;color:var(--ink2);display:block}
.eq i{font-style:normal;font-size:20px;color:var(--ink2)}
.meta{color:var(--ink2);font-size:14px;line-height:1.45;margin-top:10px}
.sec{margin-top:38px}
.sec>.hd{border-top:1px solid var(--ink);padding-top:12px;margin-bottom:14px}
.notes{margin-top:10px;display:grid;gap:4px;max-width:104ch}
.years{display:grid;grid-template-columns:118px minmax(0,5fr) repeat(3,minmax(0,2fr));gap:0 22px;margin-top:12px}
.years h3{display:flex;align-items:center;min-height:30px;font-size:16px;line-height:1.15}
.yax{padding-top:30px;margin-right:-10px}.yax.again{display:none}
.yc,.yl,.yt{height:25px;line-height:25px;font-size:15px;white-space:nowrap}
.yc span{padding:0 5px}.yc{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);text-align:center}
.yl{color:var(--ink2);font-size:14px}
.y{color:var(--ink2);font-size:14px;border-bottom:1px solid var(--rule);height:27px}
.yc.b,.yl.b{font-weight:600;color:var(--ink);font-size:16px;height:28px;line-height:28px}
.two-line{height:42px!important;line-height:20px!important;white-space:normal;color:var(--ink2);font-size:14px!important}
.yt{text-align:center;color:var(--ink2);font-size:14px}.yt.b{color:var(--ink);font-weight:600;font-size:15px;height:28px;line-height:28px}
.nums{width:100%;border-collapse:collapse;font-size:14px;line-height:1.35;margin-top:8px}
.nums th{text-align:left;font-weight:400;padding:5px 0;vertical-align:top}
.nums thead th{color:var(--ink2);border-bottom:1px solid var(--rule)}
.nums td,.nums thead th:not(:first-child){text-align:right;padding:5px 0 5px 14px;vertical-align:top}
.nums td.t,.nums thead th.t:not(:first-child){text-align:left;min-width:14em}
.nums tbody tr+tr>*{border-top:1px solid var(--grid)}
.scroll{overflow-x:auto;max-width:100%}
.links{font-size:14px;color:var(--ink2);margin-top:8px;display:flex;gap:4px 20px;flex-wrap:wrap;align-items:flex-start}
.links a{padding:4px 0}
details.open{flex-basis:100%;order:2}
.trace>summary,.links summary{cursor:pointer;text-decoration:underline;text-underline-offset:3px;font-size:14px;color:var(--ink2);padding:4px 0}
.links details[open]{flex-basis:100%}
.traces{display:grid;gap:4px;grid-template-columns:minmax(0,1fr)}.links details{min-width:0;max-width:100%}
.trace{border-bottom:1px solid var(--rule);padding:4px 0}
.trace>summary{color:var(--ink);text-decoration:none;font-size:16px;padding:6px 0}
.trace p{max-width:104ch}
.be2{display:grid;grid-template-columns:minmax(0,1fr) 60px minmax(0,1fr);gap:8px;margin-top:6px}
.be2 .big{font-size:20px;line-height:1.25}.be2 .big b{font-size:34px;margin-right:4px}.be2 .big a{color:var(--kom)}
.be2>div:not(.or){display:flex;flex-direction:column}
.be2 .or{display:flex;justify-content:center;color:var(--ink2);position:relative}
.be2 .or:before{content:"";position:absolute;top:0;bottom:0;left:50%;border-left:1px solid var(--rule)}
.be2 .or span{position:relative;align-self:center;background:var(--paper);padding:6px 0}
.ppl{display:grid;grid-template-columns:repeat(20,minmax(0,19px));gap:6px 5px;margin:12px 0 14px}
.ppl svg{width:100%;height:auto;display:block}
.be2 .ppl{margin-bottom:auto;padding-bottom:14px}
.who{width:100%;border-collapse:collapse;font-size:15px;line-height:1.3}
.who th,.who td{padding:0;height:30px;vertical-align:middle}
.who tbody th{text-align:left;font-weight:400;padding-right:12px}
.who td,.who thead th{text-align:right;padding-left:12px}
.who thead th{font-weight:400;color:var(--ink2);font-size:14px;border-bottom:1px solid var(--rule);line-height:1.25;vertical-align:bottom;padding-bottom:4px}
.who thead th:first-child{text-align:left;padding-left:0}
.who .tt{font-weight:600;color:var(--ink);white-space:nowrap}
.who .yr{color:var(--ink2);white-space:nowrap}.who thead .yr{white-space:normal}
.who .fg{width:42%;padding-left:26px}
.who .sum th,.who .sum td{font-weight:600;background:var(--tint);border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.who .sum .yr{color:var(--ink)}
.who .in{padding-left:20px;color:var(--ink2)}
.who.wide-rows th{padding:6px 12px 6px 0;line-height:1.25}
.who.wide-rows tbody tr{border-bottom:1px solid var(--rule)}
.who.wide-rows .w{display:block;font-weight:600;overflow-wrap:anywhere}
.who .sel th,.who .sel td{background:var(--tint)}
.mini{width:92px;height:18px;vertical-align:-4px;margin-left:6px;overflow:visible}.mini .d{stroke-width:1.2}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 48px}
.two .who{table-layout:fixed}.two .who .fg{width:38%;padding-left:16px}
.two .who .yr,.two .who .tt{width:23%;white-space:normal}.two .ends{flex-wrap:wrap;gap:0 8px}
.cav{list-style:none;padding:0;display:grid;gap:12px}
.cav li{padding-left:16px;border-left:4px solid var(--tag);font-size:15px;line-height:1.45}
.src{font-size:14px;line-height:1.45;color:var(--ink2)}.src h2{color:var(--ink)}
.src dl{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:10px 28px}
.src dt{font-weight:600;color:var(--ink)}
.src dd{overflow-wrap:anywhere}
.src .shares{margin-top:12px}.src .shares h3{font-size:14px;margin-bottom:4px;color:var(--ink)}
.shkey{display:flex;flex-wrap:wrap;gap:2px 14px;list-style:none;padding:0;margin-top:6px}
.shkey svg{width:12px;height:12px;margin-right:5px;vertical-align:-1px}
.pf{display:none}
@media screen and (max-width:960px){.who .yr{display:none}.who .keep{display:table-cell}}
@media screen and (max-width:860px){.answer{grid-template-columns:minmax(0,1fr)}.two{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:640px){
main{padding:0 16px 32px}.top>div{padding:10px 16px}
h1{font-size:26px}.answer{margin-left:-16px;margin-right:-16px;padding:18px 16px}.say{font-size:21px}h2{font-size:19px}
.eq{gap:4px 9px}.eq b,.eq i{font-size:17px}
.years{grid-template-columns:84px repeat(3,minmax(0,1fr));gap:0 9px}.yp.big{grid-column:2/-1}.yax.again{display:block;margin-top:14px}.yp:not(.big){margin-top:14px}.yl{font-size:13px}
.yax{margin-right:-6px}.years .yp:not(.big) h3{font-size:13px;gap:0}.years .yp:not(.big) .pm{width:10px;height:10px;margin-right:4px}
.years .yp:not(.big) h3{min-height:52px;align-items:flex-end;padding-bottom:4px}.yax.again{padding-top:52px}.years .yp:not(.big) .y span{font-size:12px}.years .yp:not(.big) .y span.mid{display:none}.yt.two-line,.yc.two-line{font-size:12px!important}.yc span{padding:0}.yc.two-line{letter-spacing:-.02em}
.yc{font-size:14px}.yt.b{font-size:14px}
.be2{grid-template-columns:minmax(0,1fr)}.be2 .or:before{top:50%;left:0;right:0;bottom:auto;border-left:0;border-top:1px solid var(--rule)}.be2 .or span{padding:0 12px}.be2 .or{padding:10px 0}
.ppl{grid-template-columns:repeat(14,minmax(0,19px))}
.who thead,.who tfoot th,.who tfoot td:empty{display:none}
.who,.who tbody,.who tfoot{display:block}
.who tr{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:center;border-bottom:1px solid var(--rule);padding:5px 0 2px}
.who th,.who td{height:auto}.who .fg,.two .who .fg{grid-column:1/-1;width:auto;padding:0}.two .who .yr,.two .who .tt{width:auto}
.who .keep{display:block;grid-column:1/-1;text-align:left;padding-left:0;grid-row:2}
.who tfoot tr{border:0}.who .in{padding-left:0}
.who .sum th,.who .sum td,.who .sel th,.who .sel td{border:0;background:none}.who .sum,.who .sel{background:var(--tint);box-shadow:-16px 0 0 var(--tint),16px 0 0 var(--tint)}
.src dl{grid-template-columns:minmax(0,1fr)}
}
@page{size:A4;margin:11mm 11mm 9mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.top,.links,.traces-part,.skip{display:none}
a.n{text-decoration:none}
main{max-width:none;padding:0}
.lede{padding-top:0}.page+.page{break-before:page}.page+.page>.sec:first-child{margin-top:0}
.sec,.who tr,figure{break-inside:avoid}
.pf{display:flex;justify-content:space-between;gap:16px;border-top:1px solid var(--rule);margin-top:12px;padding-top:8px;font-size:14px;color:var(--ink2)}
.sec{margin-top:20px}.two .sec+.sec{margin-top:14px}.sec>.hd{padding-top:8px;margin-bottom:8px}
h1{font-size:30px}.say{font-size:23px}.answer{margin-top:12px;padding:14px 22px 10px}.key{margin-top:6px}
.who th,.who td{height:24px}.who .fg svg.f{margin:-3px 0}.who tfoot .fg svg.f{margin:0}
.who.wide-rows th{padding:2px 12px 2px 0}.who.wide-rows .fg svg.f{margin:-4px 0}
.who.many tbody .small{display:none}#assumptions tbody tr:nth-child(n+5){display:none}
.small,.src,.cav li,.meta{font-size:13.5px;line-height:1.36}.sub{font-size:14px;line-height:1.36;max-width:none}
.cav{gap:7px}.notes{margin-top:6px;gap:2px;max-width:none}
.src dl{gap:6px 24px}.src .shares{margin-top:8px}
.ppl{grid-template-columns:repeat(24,minmax(0,16px));gap:3px 4px;margin:6px 0 4px}.be2 .ppl{padding-bottom:4px}
}
)";

/// "--ink:#15202b;…"
std::string names(bool is_dark) {
  std::string all;
  for (const Colour& colour : colours) {
    all.append("--").append(colour.name).append(":");
    all.append(is_dark ? colour.dark : colour.light).append(";");
  }
  return all;
}

/// woff2 in base64.
constexpr std::string_view regular =
#include "model/render/fonts/plex_sans_regular.inc"
    ;
constexpr std::string_view semibold =
#include "model/render/fonts/plex_sans_semibold.inc"
    ;

std::string font(std::string_view bytes, std::string_view weight) {
  std::string face = "@font-face{font-family:'IBM Plex Sans';font-style:normal;font-weight:";
  face.append(weight).append(";font-display:swap;src:url(data:font/woff2;base64,");
  return face.append(bytes).append(") format('woff2')}\n");
}

}  // namespace

std::string report_style() {
  std::string style = font(regular, "400") + font(semibold, "600");
  style += ":root{color-scheme:light dark;" + names(false) + "}\n";
  style += "@media screen and (prefers-color-scheme:dark){:root{" + names(true) + "}}\n";
  return style.append(drawing).append(page);
}

std::string figure_style() {
  std::string style{drawing};
  for (const Colour& colour : colours) {
    const std::string name = "var(--" + std::string{colour.name} + ')';
    for (std::size_t at = 0; (at = style.find(name, at)) != std::string::npos;) {
      style.replace(at, name.size(), colour.light);
    }
  }
  return style;
}

}  // namespace samspil
