namespace Dunning.Mail.Delivery;

/// <summary>
/// The organisational domain of RFC 7489 §3.2. The full public suffix list is not carried along: below is the subset of suffixes
/// of two labels that companies of Europe and the larger trading countries register under, and of hosts that give names to
/// strangers. A suffix that is missing here makes two of its registrants look like one organisation, so only checks that must
/// also agree on the address rely on it.
/// </summary>
internal static class OrganisationalDomain
{
    private static readonly HashSet<string> Suffixes = new(
        ("co.uk org.uk ltd.uk plc.uk me.uk net.uk ac.uk gov.uk nhs.uk sch.uk com.au net.au org.au edu.au gov.au id.au co.nz net.nz org.nz govt.nz co.za org.za net.za gov.za "
        + "co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr ne.kr com.cn net.cn org.cn gov.cn com.hk org.hk net.hk com.tw org.tw com.sg org.sg edu.sg com.my com.ph com.vn co.th or.th co.id or.id com.pk com.bd "
        + "co.in net.in org.in firm.in gen.in ind.in com.br net.br org.br gov.br com.mx org.mx gob.mx com.ar net.ar org.ar gob.ar com.co net.co org.co com.pe com.ve com.ec com.uy com.py com.bo cl.com co.cr com.pa com.gt com.do com.sv "
        + "com.tr net.tr org.tr gov.tr gen.tr co.il org.il net.il com.sa net.sa com.eg com.ng org.ng co.ke or.ke co.tz co.ug com.gh com.ma co.ma "
        + "com.pl net.pl org.pl edu.pl gov.pl waw.pl co.at or.at gv.at ac.at com.es nom.es org.es gob.es edu.es com.pt org.pt gov.pt com.gr org.gr edu.gr com.cy com.mt com.ro co.rs com.hr co.hu org.hu com.ua net.ua org.ua kiev.ua com.ru org.ru msk.ru spb.ru "
        + "asso.fr com.fr gouv.fr nom.fr prd.fr tm.fr gov.it edu.it co.it com.de co.no com.se co.dk uk.com eu.com de.com gb.net us.com co.com "
        + "onmicrosoft.com github.io gitlab.io herokuapp.com azurewebsites.net cloudapp.net blogspot.com appspot.com web.app firebaseapp.com netlify.app vercel.app pages.dev workers.dev amazonaws.com cloudfront.net wixsite.com myshopify.com wordpress.com weebly.com "
        + "dyndns.org ddns.net no-ip.org duckdns.org").Split(' '), StringComparer.Ordinal);

    /// <summary>The registrable part of a domain: one label above the public suffix; null for a suffix itself and for what is no domain.</summary>
    public static string? Of(string domain)
    {
        var labels = domain.Trim('.', ' ').ToLowerInvariant().Split('.');
        if (labels.Length < 2 || labels.Any(l => l.Length == 0))
            return null;
        var suffix = Suffixes.Contains(string.Join('.', labels[^2..])) ? 2 : 1;
        return labels.Length > suffix ? string.Join('.', labels[^(suffix + 1)..]) : null;
    }

    /// <summary>Whether two domains belong to one organisation.</summary>
    public static bool AreSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) && one.Length > 0 || Of(one) is { } first && first == Of(other);
}
