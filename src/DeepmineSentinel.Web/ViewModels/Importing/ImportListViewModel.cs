using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Importing;

public sealed record ImportListViewModel(ImportListAddress Address, ImportListPage Found)
{
    public ImportListFilter Filter => Address.ToFilter();
}
