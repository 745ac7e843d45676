namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>An answer that was not taken, shown beside what the alert is now, so that nothing typed is lost.</summary>
/// <param name="Action">acknowledge, silence or resolve.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Reason">Why it was not taken.</param>
/// <param name="SeenByOthers">Whether somebody or the site changed the alert meanwhile.</param>
public sealed record RefusedAnswer(string Action, AlertAnswerForm Form, string Reason, bool SeenByOthers);
