namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G10 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G10Sayings
{
    internal const string Lines = """
        flesh and blood
        chair et ?en os
        ~ carne y|e hueso|ossa
        fleisch und blut
        vlees en bloed
        no software|machine|bot|robot|computer|automation ?is ?was involved|behind|wrote|here|work
        ~ typed|wrote|written .. myself|hand
        ~ by hand
        ~ not ... talking|writing|speaking|chatting to|with .. bot|machine|robot|computer
        ~ hinter .. echte*|mensch*
        ~ mensch .. kein
        ~ kein*|keine ... sondern ein|eine mensch
        ~ ecrit* .. main|moi_meme|nous_memes
        ~ a la|mano mano|escrito
        ~ scritt* a mano
        ~ door een mens
        ~ handgeschreven|handschriftlich|eigenhandig
        ~ i|we work|works|working for|at ?the ?county ?district court|tax|government|police|ministry|authority
        ~ als beamte*|beamter|richter*|notar*|anwalt*|sachbearbeiter .. finanzamt*|gericht*|behorde*|polizei
        als beamte*|beamter|richter*|notar*|anwalt*|rechtsanwalt*
        en tant ?que ?qu agent|officier|fonctionnaire|inspecteur|huissier|avocat|notaire|juge
        ~ tresor public
        como inspector*|agente|funcionari*|abogad*|notario|juez
        ~ inspector de hacienda
        come funzionario|ispettore|ufficiale|avvocato|notaio|giudice|agente
        als ambtenaar|inspecteur|advocaat|notaris|rechter|deurwaarder|agent
        """;
}
